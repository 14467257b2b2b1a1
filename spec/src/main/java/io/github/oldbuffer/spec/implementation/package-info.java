/** What somebody provides who wants an implementation judged. */
package io.github.oldbuffer.spec.implementation;
