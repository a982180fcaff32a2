/**
 * Network: which connection profiles should be there and what is in them, which are, and what NetworkManager is asked to do about it.
 * Secrets are never in here: a wish names the file that holds one.
 */
package dev.twinsync.domain.network;
