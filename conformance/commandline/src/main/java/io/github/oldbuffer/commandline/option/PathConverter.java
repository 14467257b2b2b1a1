package io.github.oldbuffer.commandline.option;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Paths on the command line. */
public final class PathConverter implements ITypeConverter<Path> {

    @Override
    public Path convert(String word) {
        if (word.isEmpty()) {
            // Java takes it for the working directory, which nobody means who left a variable empty
            throw new TypeConversionException("it is empty, and should be a path; . is the working directory");
        }
        if (word.indexOf('\uFFFD') >= 0) {
            // what Java puts in place of bytes that are no text: a file of that name is never there
            throw new TypeConversionException(
                    "\"" + word + "\" has bytes that are no " + System.getProperty("sun.jnu.encoding", "UTF-8")
                            + "; rename the file, or name its folder instead");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException unmappable) {
            throw new TypeConversionException("the encoding of file names, "
                    + Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"))
                    + ", has not all of its characters; a locale such as LC_ALL=C.UTF-8 has");
        }
    }
}
