/**
 * Making a port out of the files that porters have: reading their declarations, finding the functions, checking that
 * they can be called, compiling and linking.
 */
package io.github.oldbuffer.ports.build;
