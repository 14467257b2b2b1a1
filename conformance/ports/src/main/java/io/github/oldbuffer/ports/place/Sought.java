package io.github.oldbuffer.ports.place;

import io.github.oldbuffer.spec.results.Finding;
import java.util.List;

/** What in a function a finding is about; where there is none of it, what comes next is the better answer. */
enum Sought {
    REQUEST,
    FLAGS,
    RELEASE,
    POINTER_ON_FAILURE,
    LENGTH_ON_FAILURE,
    POINTER,
    LENGTH,
    EXCEPTION,
    RESULT;

    /** The most telling first. */
    static List<Sought> of(Finding finding) {
        String symptom = finding.symptom();
        if (finding.kind() == Finding.Kind.DEATH) {
            return List.of();
        } else if (says(symptom, "not acquired", "lost")) {
            return List.of(RELEASE, REQUEST);
        } else if (says(symptom, "not released", "outlived", "is kept", "references: kept", "inside it: kept")) {
            return List.of(REQUEST);
        } else if (is(finding, "CHAR-8", "READ-8", "WRITE-8")) {
            return List.of(says(symptom, "length") ? LENGTH_ON_FAILURE : POINTER_ON_FAILURE, REQUEST);
        } else if (says(symptom, "exception", "Error", "the text of")
                || is(finding, "CHAR-3", "READ-3", "WRITE-3", "CHAR-9", "READ-9", "WRITE-9")) {
            return List.of(EXCEPTION, REQUEST);
        } else if (says(symptom, "flags", "strided", "read-only", "contiguous")
                || is(finding, "CHAR-6", "READ-6", "WRITE-6", "WRITE-13")) {
            return List.of(FLAGS, REQUEST);
        } else if (says(symptom, "length")) {
            return List.of(LENGTH, REQUEST);
        } else if (says(symptom, "pointer", "copy", "address")
                || is(finding, "CHAR-4", "READ-4", "WRITE-4", "CHAR-7", "READ-7", "WRITE-7", "WRITE-14")) {
            return List.of(POINTER, REQUEST);
        } else if (says(symptom, "returned", "result")) {
            return List.of(RESULT, REQUEST);
        }
        return List.of(REQUEST);
    }

    private static boolean is(Finding finding, String... clauses) {
        return finding.clause() != null && List.of(clauses).contains(finding.clause());
    }

    private static boolean says(String symptom, String... words) {
        for (String word : words) {
            if (symptom.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
