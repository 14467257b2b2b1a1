/** {@code ./conform port}: finds, compiles and judges ports, in one Python or several, once or on every save. */
package io.github.oldbuffer.commandline.port;
