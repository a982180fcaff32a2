/** A plan is carried out, finished after a cut, or taken back. */
package dev.twinsync.flow.apply;
