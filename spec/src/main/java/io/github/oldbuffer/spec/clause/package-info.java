/** Clauses: the checkable statements of the contract, for people. */
package io.github.oldbuffer.spec.clause;
