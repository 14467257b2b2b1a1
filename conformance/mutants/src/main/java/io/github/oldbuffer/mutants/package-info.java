/** Implementations made wrong on purpose: each breaks one clause, so that the kit can be seen to notice. */
package io.github.oldbuffer.mutants;
