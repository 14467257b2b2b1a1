/** What Python's runtime gives every object: reference counts, the exception indicator, buffer requests and releases. */
package io.github.oldbuffer.model.machine;
