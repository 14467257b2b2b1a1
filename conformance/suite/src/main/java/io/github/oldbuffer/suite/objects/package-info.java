/** What is asked of one object that a Python expression gives. */
package io.github.oldbuffer.suite.objects;
