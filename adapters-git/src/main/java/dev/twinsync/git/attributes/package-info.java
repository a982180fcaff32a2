/** What Git is told of files by {@code .gitattributes}, and whether the machine's come back from a clone byte for byte. */
package dev.twinsync.git.attributes;
