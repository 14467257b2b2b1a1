/**
 * Programs that show a finding without the kit: C that embeds a Python, and Python that goes through ctypes.
 *
 * <p>Texts out of values: a scenario, what was to be expected and what was seen.
 */
package io.github.oldbuffer.ports.reproduce;
