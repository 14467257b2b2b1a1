/** Results: what a run found, as data; everything that people and machines read is made from them. */
package io.github.oldbuffer.spec.results;
