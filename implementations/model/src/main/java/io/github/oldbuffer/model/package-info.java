/** The pure-Java model: a small faithful machine on which the four functions do what the document says. */
package io.github.oldbuffer.model;
