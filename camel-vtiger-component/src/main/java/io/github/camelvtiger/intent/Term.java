package io.github.camelvtiger.intent;

/**
 * What a phrase is compared with: a word, or the words that name a module.
 *
 * @param word the only or the last one
 * @param stem of the word
 * @param mention null for other words
 * @param isFiller whether it says nothing of what is wanted
 */
record Term(Word word, String stem, Mention mention, boolean isFiller) {

    boolean fits(String element) {
        return switch (element) {
            case "{one}" -> mention != null && !mention.many();
            case "{many}" -> mention != null && mention.many();
            case "{module}" -> mention != null;
            case "{id}" -> word.kind() == Word.Kind.ID;
            case "{email}" -> word.kind() == Word.Kind.EMAIL;
            case "{phone}" -> word.kind() == Word.Kind.PHONE;
            case "{number}" -> word.kind() == Word.Kind.NUMBER;
            case "{name}" -> word.isName() && mention == null;
            default -> (mention == null || mention.to() - mention.from() == 1) && stem.equals(element);
        };
    }
}
