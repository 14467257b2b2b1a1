/** Python interpreters that host the probe as an extension module in their own process, such as PyPy. */
package io.github.oldbuffer.process.interpreter;
