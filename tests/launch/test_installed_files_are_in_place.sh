#!/bin/sh
# What meson installs lies where GStreamer, the shell, man and bash look for it.
. "${0%/*}/lib.sh"
plugins=$(pkg-config --define-variable=libdir="$PREFIX/$LIBDIR" --variable=pluginsdir gstreamer-1.0)


meson install -C "$BUILD" --no-rebuild --destdir "$PWD" >log || { cat log && exit 1; }


(cd ".$PREFIX" && find . -type f) | sort >found
{
  cat <<LIST
./bin/redbook-burner
./share/bash-completion/completions/redbook-burner
./share/man/man1/redbook-burner.1
./share/redbooksink/report.schema.json
./share/zsh/site-functions/_redbook-burner
./${plugins#"$PREFIX"/}/libgstredbook.so
LIST
  [ "$BURN_ALBUM" = no ] || cat <<LIST
./bin/burn-album
./share/bash-completion/completions/burn-album
./share/man/man1/burn-album.1
./share/zsh/site-functions/_burn-album
LIST
} | sort >wanted
diff wanted found || fail "other files than these are installed"

export GST_PLUGIN_PATH_1_0="$PWD$plugins" GST_REGISTRY="$PWD/registry"
gst-inspect-1.0 redbooksink | grep -q "Filename  *$PWD$plugins" || fail "no redbooksink"
[ "$(".$PREFIX/bin/redbook-burner" --version)" = "$VERSION" ] || fail "no redbook-burner"
man -M ".$PREFIX/share/man" -w redbook-burner >page || fail "no man page"
