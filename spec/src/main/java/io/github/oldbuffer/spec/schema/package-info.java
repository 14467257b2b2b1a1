/** What scenarios and transcripts look like: each part is described here, once, for all its written forms. */
package io.github.oldbuffer.spec.schema;
