package org.vigia.screening.party;

/**
 * Words of two names that go together.
 *
 * @param word of the first name, several if they match written together
 * @param other of the second name
 * @param similarity from above 0 to 1
 */
public record WordMatch(String word, String other, How how, double similarity) {

    /** What words have in common. */
    public enum How {
        SAME("the same"),
        SPELLING("another transliteration of the same spelling"),
        VARIANT("a known variant or short form"),
        CONSONANTS("the same consonants, where one script leaves vowels out"),
        EDITED("spelled almost alike"),
        INITIAL("the initial"),
        TOGETHER("the same when written together");

        private final String english;

        How(String english) {
            this.english = english;
        }

        /** For the end of "is ... as". */
        public String english() {
            return english;
        }
    }
}
