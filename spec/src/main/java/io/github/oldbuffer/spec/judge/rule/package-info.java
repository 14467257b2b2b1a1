/** The rules of the clauses, a file each. */
package io.github.oldbuffer.spec.judge.rule;
