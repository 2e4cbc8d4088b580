/// One element that shows the face of another, which it holds.
#pragma once

#include <glib-object.h>

namespace redbook {

/// Gives the class `klass` all properties and action signals that the element class
/// `mirrored` has beyond GstElement's: names, types, ranges, defaults, flags, documents.
/// The properties' ids count from `first_id`. `element_of` finds the element that holds
/// the values and does the actions.
void install_mirror(GObjectClass *klass, GType mirrored, guint first_id,
                    GObject *(*element_of)(GObject *));

/// From now on `mirror` notifies of the changes that `mirrored` notifies of.
void forward_notifications(GObject *mirrored, GObject *mirror);

/// For set_property and get_property: hands the property on to the mirrored element.
void set_mirrored(GObject *mirrored, const GValue *value, GParamSpec *spec);
void get_mirrored(GObject *mirrored, GValue *value, GParamSpec *spec);

}  // namespace redbook
