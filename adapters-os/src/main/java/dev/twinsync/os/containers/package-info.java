/**
 * Docker and Podman, over the socket of this machine and the interface that both speak. What a container is made of is carried over as
 * the engine tells it, not by a model that may lack a part of it.
 */
package dev.twinsync.os.containers;
