/** Verifying a port: building it, running it beside CPython, and holding it against the contract and CPython's own. */
package io.github.oldbuffer.ports;
