/**
 * The configuration of Home Assistant: files below its folder, wherever that is, as bytes that nobody takes apart; and what
 * makes Home Assistant read them again.
 */
package dev.twinsync.domain.homeassistant;
