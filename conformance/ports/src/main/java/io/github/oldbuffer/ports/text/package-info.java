/** Sources as they stand, read without a compiler. */
package io.github.oldbuffer.ports.text;
