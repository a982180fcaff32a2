/** A run: a plan while it is being carried out, and what of it is written down so that it survives being cut off. */
package dev.twinsync.domain.run;
