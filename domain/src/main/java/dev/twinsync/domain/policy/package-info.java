/**
 * What the owner of a machine lets happen without being asked: by a change that was pulled, and while nobody is there. It comes
 * from a file of the owner, never from the repository.
 */
package dev.twinsync.domain.policy;
