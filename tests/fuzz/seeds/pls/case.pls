[Playlist]
file2 = b.flac
FILE1="a.flac"
Title1=x=y
Version=2
