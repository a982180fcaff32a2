/** {@code twin doctor}: whether all is there that twin needs, and what to do where not. */
package dev.twinsync.cli.doctor;
