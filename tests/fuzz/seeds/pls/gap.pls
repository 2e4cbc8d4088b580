[playlist]
File1=album.flac
File3=b.flac
NumberOfEntries=3
