package dev.twinsync.domain.policy;

/**
 * What there is that a policy can name. A name that is a slip would hold back nothing, while its owner thinks that it does. Each answers with
 * what it was given, and refuses it with an {@link IllegalArgumentException} in words.
 */
public interface PolicyNames {

    /** Where nobody knows what there is: whatever is well formed. */
    PolicyNames ANY = new PolicyNames() {
        @Override
        public String plugin(String name) {
            return name;
        }

        @Override
        public String pattern(String pattern) {
            return pattern;
        }
    };

    /** @param name of a plugin, in full: {@code cron.user} */
    String plugin(String name);

    /** @param pattern of kinds, plugins or things, as {@code --only} has it: {@code files:/etc/ssh/*} */
    String pattern(String pattern);
}
