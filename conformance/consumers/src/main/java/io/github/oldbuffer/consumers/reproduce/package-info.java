/** Programs that show a finding about a function that takes memory, without the kit. */
package io.github.oldbuffer.consumers.reproduce;
