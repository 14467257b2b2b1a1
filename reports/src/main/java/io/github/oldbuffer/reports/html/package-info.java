/** {@code index.html}: one page that people read, with everything in it. */
package io.github.oldbuffer.reports.html;
