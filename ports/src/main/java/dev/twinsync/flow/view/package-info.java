/** What one sees of a machine and its repository: where each document stands, what is wished, what is there, and which of it is meant. */
package dev.twinsync.flow.view;
