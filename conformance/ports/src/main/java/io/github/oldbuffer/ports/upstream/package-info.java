/** Programs for those who maintain a runtime: a Python program and a small extension module that show a finding without the kit. */
package io.github.oldbuffer.ports.upstream;
