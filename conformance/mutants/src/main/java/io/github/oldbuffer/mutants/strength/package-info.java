/** How strong the suite is: which mutants it kills, and that it is silent where nothing is wrong. */
package io.github.oldbuffer.mutants.strength;
