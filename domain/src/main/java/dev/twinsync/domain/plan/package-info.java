/** A plan: what is to be done to one machine, on what it was decided, and how it looks as a document. */
package dev.twinsync.domain.plan;
