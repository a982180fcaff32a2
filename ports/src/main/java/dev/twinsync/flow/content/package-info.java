/** The content of files, and documents that are changed as a whole or not at all. */
package dev.twinsync.flow.content;
