/** The judge: scenario and transcript in, a verdict for each clause out. */
package io.github.oldbuffer.spec.judge;
