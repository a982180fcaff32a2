/** What tells of the commands outside of twin: manual pages and the completion of three shells, all made of the model of the commands. */
package dev.twinsync.cli.manual;
