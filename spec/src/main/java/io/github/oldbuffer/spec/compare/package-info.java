/** Comparing what two implementations did with the same scenario, whatever the contract says about it. */
package io.github.oldbuffer.spec.compare;
