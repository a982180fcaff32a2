package dev.twinsync.domain.containers;

import dev.twinsync.domain.secrets.Mask;
import dev.twinsync.domain.secrets.SecretPath;

/** What one environment variable of a container should be. */
public sealed interface VariableWish {

    /** @param text the value, which everybody may read who may read the repository */
    record Plain(String text) implements VariableWish {
        public Plain {
            ContainerText.check("a value", text);
        }

        boolean isMasked() {
            return Mask.isIn(text);
        }
    }

    /**
     * The content of a file of the machine, read by whoever carries it out when the container is made; that the file says
     * something else later changes nothing.
     *
     * @param path absolute
     */
    record FromFile(String path) implements VariableWish {
        public FromFile {
            SecretPath.check(path);
        }
    }

    /** As the container has it, whatever that is. */
    record Keep() implements VariableWish {}
}
