/** What the written forms of scenarios, transcripts and records have in common. */
package io.github.oldbuffer.spec.form;
