/**
 * Home Assistant itself: where it is installed on this machine and how, whether its configuration is sound, and the files of that
 * configuration. What its Supervisor looks after is in {@code os.supervisor}.
 */
package dev.twinsync.os.homeassistant;
