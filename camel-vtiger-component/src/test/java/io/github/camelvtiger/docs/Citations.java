package io.github.camelvtiger.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a text cites of other pages: {@code webservice.md §7, §9} are two citations. */
final class Citations {

    /** A page and what follows it; a comment may break the line between the two. */
    private static final String GAP = "[\\s*/#]*";

    private static final Pattern OF_A_PAGE = Pattern.compile("(?<page>[A-Za-z][\\w-]*\\.md)" + GAP
            + "(?<sections>§+\\s*\\d+(?:(?:,|;|and|or|to|-|–|" + GAP + ")" + GAP + "§\\s*\\d+)*)");

    private static final Pattern NUMBER = Pattern.compile("§+\\s*(\\d+)");

    private static final Pattern MENTION = Pattern.compile("(?<![\\w./-])(?:[\\w.-]+/)*[A-Za-z][\\w-]*\\.md\\b");

    record Citation(String page, int section) {}

    private Citations() {}

    static List<Citation> in(String text) {
        List<Citation> found = new ArrayList<>();
        Matcher pages = OF_A_PAGE.matcher(text);
        while (pages.find()) {
            for (int section : numbers(pages.group("sections"))) {
                found.add(new Citation(pages.group("page"), section));
            }
        }
        return found;
    }

    /** Sections without a page, which mean the text's own. */
    static List<Integer> ofItself(String text) {
        return numbers(OF_A_PAGE.matcher(text).replaceAll(""));
    }

    /** Pages that are named, with a section or without. */
    static List<String> pages(String text) {
        List<String> found = new ArrayList<>();
        Matcher mentions = MENTION.matcher(text);
        while (mentions.find()) {
            found.add(mentions.group());
        }
        return found;
    }

    private static List<Integer> numbers(String text) {
        List<Integer> found = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            found.add(Integer.valueOf(numbers.group(1)));
        }
        return found;
    }
}
