/** What is judged: the four functions of the old protocol, and the new protocol that they are compared with. */
package io.github.oldbuffer.model.function;
