/**
 * The vocabulary of twin, in which every kind of managed thing is spoken of. Only {@code java.lang} and {@code java.util}:
 * no clock, no file, no process, no framework.
 */
package dev.twinsync.domain;
