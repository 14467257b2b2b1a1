/** The same scenarios on two implementations: where they differ, and what each of them does by the contract. */
package io.github.oldbuffer.suite.compare;
