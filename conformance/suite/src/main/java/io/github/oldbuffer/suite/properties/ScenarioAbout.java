package io.github.oldbuffer.suite.properties;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.ForAll;

/** Asks jqwik for valid scenarios that exercise a clause. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ForAll(supplier = ScenarioSupplier.class)
public @interface ScenarioAbout {

    /** The clause's id, such as {@code READ-6}. */
    String value();
}
