/**
 * Scenarios of consumers: Python-level functions that take an object's memory.
 *
 * <p>A scenario of the four functions is a list of steps in C. What is judged here is one call of a function of which
 * nothing is known but an expression, in an interpreter that may be any, so these scenarios are values of another type
 * with a JSON form of their own: which object is offered, which bytes it holds, and which other argument is wrong.
 */
package io.github.oldbuffer.spec.consumer;
