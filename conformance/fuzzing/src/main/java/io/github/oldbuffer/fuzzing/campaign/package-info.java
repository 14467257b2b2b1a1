/** Campaigns: processes that fuzz, what they meet, and what is left of it after reducing and replaying. */
package io.github.oldbuffer.fuzzing.campaign;
