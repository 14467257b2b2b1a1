/** The rules of the clauses about requests through the new protocol and the views that they give, a file each. */
package io.github.oldbuffer.spec.judge.view;
