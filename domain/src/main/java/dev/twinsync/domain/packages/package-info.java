/** Packages: what should be installed, what is, and what apt is asked to do about it. */
package dev.twinsync.domain.packages;
