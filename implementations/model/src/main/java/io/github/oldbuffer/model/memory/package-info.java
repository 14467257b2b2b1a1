/** Memory as the model has it: blocks of bytes, addresses in them, and what was changed since a mark. */
package io.github.oldbuffer.model.memory;
